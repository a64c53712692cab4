"""What passes between the stages: Routine, Plan, Script, SessionLog."""
