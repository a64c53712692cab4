"""The steps of reading, one module each; see supple.read.pipeline for their order."""
