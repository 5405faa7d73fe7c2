"""What the product does, measured: quality against expected facts, speed against peers in the same run."""
