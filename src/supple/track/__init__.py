"""What was done and how it felt, over time: logs to what a diary shows."""
