"""The human figure: skeleton, named joint angles, skin, contacts and the pose solver."""
