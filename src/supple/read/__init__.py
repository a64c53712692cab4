"""Read a handout: text, HTML, PDF or DOCX in; exercises with the words each came from out."""
