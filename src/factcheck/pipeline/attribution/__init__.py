"""Text in → who is said to have said what, as spans: the tagger behind the extraction of claims."""
