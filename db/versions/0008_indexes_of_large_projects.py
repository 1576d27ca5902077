"""Indexes that let a page count and list the claims of a large project without reading them"""

from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    with op.batch_alter_table("claims") as batch_op:
        batch_op.create_index(batch_op.f("ix_claims_project_id_active"), ["project_id", "active"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_claims_project_id_active_claim_author_name_claim_author_type"),
            ["project_id", "active", "claim_author_name", "claim_author_type"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_claims_project_id_active_source_name"), ["project_id", "active", "source_name"], unique=False
        )
    with op.batch_alter_table("topic_claims") as batch_op:
        batch_op.drop_index(batch_op.f("ix_topic_claims_project_id_topic_id"))
        batch_op.create_index(
            batch_op.f("ix_topic_claims_project_id_topic_id_claim_id"),
            ["project_id", "topic_id", "claim_id"],
            unique=False,
        )
