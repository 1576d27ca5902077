"""The only code that knows SQLAlchemy. Three kinds of table: imported, derived, human."""
