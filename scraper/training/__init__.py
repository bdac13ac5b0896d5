"""Gold to features to weights: what the run time never imports."""
