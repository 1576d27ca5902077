"""Scripts that make the shipped weights again; nothing here is needed to run the workbench."""
