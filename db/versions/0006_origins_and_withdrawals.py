"""Near-copies and origins of claims; verdicts that were taken over from a copy, and verdicts taken back"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.create_table(
        "origins",
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("same_id", sa.String(length=40), nullable=False),
        sa.Column("origin_id", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name=op.f("fk_origins_claim_id")),
        sa.ForeignKeyConstraint(["project_id"], ["projects.id"], name=op.f("fk_origins_project_id")),
        sa.PrimaryKeyConstraint("project_id", "claim_id", name=op.f("pk_origins")),
    )
    op.create_index(op.f("ix_origins_project_id_same_id"), "origins", ["project_id", "same_id"], unique=False)
    with op.batch_alter_table("verdicts") as batch_op:
        batch_op.add_column(sa.Column("taken_from", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(batch_op.f("fk_verdicts_taken_from"), "verdicts", ["taken_from"], ["id"])
    op.create_table(
        "withdrawals",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("verdict_id", sa.Integer(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("reviewer", sa.String(length=200), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["project_id"], ["projects.id"], name=op.f("fk_withdrawals_project_id")),
        sa.ForeignKeyConstraint(["verdict_id"], ["verdicts.id"], name=op.f("fk_withdrawals_verdict_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_withdrawals")),
        sa.UniqueConstraint("verdict_id", name=op.f("uq_withdrawals_verdict_id")),
    )
    op.create_index(op.f("ix_withdrawals_project_id"), "withdrawals", ["project_id"], unique=False)
