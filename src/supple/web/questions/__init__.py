"""Questions under a routine or an exercise: asked, judged, held or shown, answered."""
