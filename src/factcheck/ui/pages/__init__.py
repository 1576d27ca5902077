"""One page a file: title, filters, ask the workbench, draw."""
