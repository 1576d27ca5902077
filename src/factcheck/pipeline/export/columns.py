"""Nothing in → the columns of each CSV file, in their order; docs/columns.md says what they mean."""

from __future__ import annotations


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split())


VERDICT_COLUMNS: tuple[str, ...] = _names("""
    claim_id external_id claim_reviewed claim_text claim_language claim_author_name claim_author_type
    attribution_chain claim_date claim_date_precision claim_location claim_first_appearance claim_appearances
    source_name source_url source_published source_archive_url outlets_count independent_origins_count
    topic_id topic_label conflict_ids conflicts_with conflict_kinds superseded_by
    textual_rating rating_value best_rating worst_rating normalized_rating verdict_flags rating_explanation
    confidence verdict_as_of evidence_urls evidence_archive_urls evidence_count reviewer reviewed_at
    second_reviewer second_rating agreement adjudicated_by adjudicated_at
    review_status version supersedes_version correction_note modified_at url missing
    embedding_model nli_model exported_at app_version
    claimant claimant_type
""")

CONFLICT_COLUMNS: tuple[str, ...] = _names("""
    conflict_id topic_id topic_label dispute_id kind state
    score score_contradiction_ab score_contradiction_ba score_similarity score_number score_time reason
    claim_a_id claim_a_external_id claim_a_text claim_a_author_name claim_a_date claim_a_source_name
    claim_a_source_url
    claim_b_id claim_b_external_id claim_b_text claim_b_author_name claim_b_date claim_b_source_name
    claim_b_source_url
    decided_by decided_at decision_reason nli_model embedding_model
    claim_a_claimant claim_b_claimant
""")

TOPIC_COLUMNS: tuple[str, ...] = _names("""
    topic_id topic_label keywords claim_id external_id claim_text claim_author_name claim_date
    independent_origin_id claimant
""")

HISTORY_COLUMNS: tuple[str, ...] = _names("what subject who when from to why")
