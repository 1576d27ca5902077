"""Stages: pure functions, values in → values out. No stage imports another."""
