"""Which printed names are one claimant, as people say"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "claimant_acts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("step", sa.String(length=20), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("undoes", sa.Integer(), nullable=True),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("reviewer", sa.String(length=200), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["project_id"], ["projects.id"], name=op.f("fk_claimant_acts_project_id")),
        sa.ForeignKeyConstraint(["undoes"], ["claimant_acts.id"], name=op.f("fk_claimant_acts_undoes")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claimant_acts")),
        sa.UniqueConstraint("undoes", name=op.f("uq_claimant_acts_undoes")),
    )
    op.create_index(op.f("ix_claimant_acts_project_id"), "claimant_acts", ["project_id"])
    op.create_table(
        "claimant_names",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("act_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("follows", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["project_id"], ["projects.id"], name=op.f("fk_claimant_names_project_id")),
        sa.ForeignKeyConstraint(["act_id"], ["claimant_acts.id"], name=op.f("fk_claimant_names_act_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claimant_names")),
        sa.UniqueConstraint("project_id", "name", "follows", name=op.f("uq_claimant_names_project_id_name_follows")),
    )
    op.create_index(op.f("ix_claimant_names_act_id"), "claimant_names", ["act_id"])
