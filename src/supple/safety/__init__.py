"""What may need help first: levels, signs, the screen, the safety net, and what to leave out.

Everything here is data with its source, and functions that read it. Nothing in
this package gives an all-clear: its best answer is "go on", beside the net.
"""
