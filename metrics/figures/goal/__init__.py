"""The charts behind the benchmarks of a goal: what each test is held against, over time."""
