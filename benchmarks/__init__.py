"""Quality and speed, shown beside floors and peers; one command each."""
