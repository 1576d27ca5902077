"""What the model said of pairs of claims, kept so that no pair is asked about twice"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.create_table(
        "pair_scores",
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("pair", sa.LargeBinary(length=16), nullable=False),
        sa.Column("scores", sa.LargeBinary(length=32), nullable=False),
        sa.ForeignKeyConstraint(["project_id"], ["projects.id"], name=op.f("fk_pair_scores_project_id")),
        sa.PrimaryKeyConstraint("project_id", "pair", name=op.f("pk_pair_scores")),
        sqlite_with_rowid=False,
    )
