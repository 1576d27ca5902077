"""The scripts that make the weights, on data and models made here."""
