"""What an exercise is: its types, its file, its dose, its geometry."""
