"""Lint rules of solved movement: contact, touch, slip, depth, range, speed."""

import numpy as np

from supple.body import measure
from supple.exercise.checks import Finding, Moving, finding
from supple.exercise.poses import contacts_of, touches_of
from supple.problem import Problem
from supple.value import Value

# Bars for every shipped exercise.
CONTACT_MM = 5.0
SLIP_MM = 2.0
DEPTH_MM = 15.0
SPEED_DEGREES = 150.0  # a second; faster than that nobody follows along

MM = 1000.0


class Worst(Value, kw_only=True):
    """The largest of each measure, in millimetres."""

    contact_mm: float = 0.0
    slip_mm: float = 0.0
    depth_mm: float = 0.0


class MoveReport(Value, kw_only=True):
    """One move's measures; `where` says at which landmark each is worst."""

    exercise: str
    move: str
    contact_mm: float
    slip_mm: float
    depth_mm: float
    range_degrees: float
    speed_degrees: float
    where: dict[str, str] = {}


def contact(moving: Moving) -> Finding:
    """Every contact lies on its surface: at both ends, and throughout where both ends have it."""
    errors = contact_errors(moving)
    offenders = [
        moving.problem(
            f"In “{moving.move.to}” {mark} is {abs(mm):.1f} mm {_side(mm)} its surface; "
            f"the bar is {CONTACT_MM:g} mm."
        )
        for mark, mm in errors.items()
        if abs(mm) > CONTACT_MM
    ]
    return finding("contact", offenders, len(errors))


def _side(mm: float) -> str:
    return "above" if mm > 0 else "below"


def contact_errors(moving: Moving) -> dict[str, float]:
    """The worst distance of each contact from its surface, signed millimetres."""
    surfaces = moving.surfaces
    held = measure.contact_errors(moving.body, moving.posed, moving.shared, surfaces)
    found = {mark: _worst(values * MM) for mark, values in held.items()}
    for frame, pose in zip((0, -1), moving.ends, strict=True):
        own = {m: s for m, s in contacts_of(pose).items() if m not in moving.shared}
        errors = measure.contact_errors(moving.body, moving.posed, own, surfaces)
        found |= {mark: float(values[frame] * MM) for mark, values in errors.items()}
    return found


def _worst(values: np.ndarray) -> float:
    return float(values[np.abs(values).argmax()])


def touch(moving: Moving) -> Finding:
    """Hands reach what they hold: no pair is farther apart than the pose says."""
    pairs = touches_of(moving.ends[1])
    offenders: list[Problem] = []
    for pair in pairs:
        apart = measure.gaps(moving.body, moving.posed, pair.first, pair.second)[-1]
        over = (apart - pair.gap) * MM
        if over > CONTACT_MM:
            offenders.append(
                moving.problem(
                    f"In “{moving.move.to}” {pair.first} and {pair.second} are {over:.1f} mm "
                    f"farther apart than the {pair.gap * MM:g} mm that are written."
                )
            )
    return finding("touch", offenders, len(pairs))


def slip(moving: Moving) -> Finding:
    """No contact slides unless the pose says so."""
    slips = slip_distances(moving)
    offenders = [
        moving.problem(
            f"On the way to “{moving.move.to}” {mark} slides {mm:.1f} mm; the bar is "
            f"{SLIP_MM:g} mm. Add it to slide if it is meant to."
        )
        for mark, mm in slips.items()
        if mm > SLIP_MM
    ]
    return finding("slip", offenders, len(slips))


def slip_distances(moving: Moving) -> dict[str, float]:
    """How far each contact that may not slide does, millimetres."""
    moved = measure.slips(moving.body, moving.posed, moving.fixed, moving.surfaces)
    return {mark: float(values.max() * MM) for mark, values in moved.items()}


def depth(moving: Moving) -> Finding:
    """Soft tissue goes no deeper into the floor or a wall than it can be pressed."""
    deepest = deepest_mm(moving)
    offenders = (
        [
            moving.problem(
                f"On the way to “{moving.move.to}” the body goes {deepest:.1f} mm into a "
                f"surface; the bar is {DEPTH_MM:g} mm."
            )
        ]
        if deepest > DEPTH_MM
        else []
    )
    return finding("depth", offenders, len(moving.frames.angles))


def deepest_mm(moving: Moving) -> float:
    """How deep the skin goes into a solid surface, millimetres."""
    return float(measure.depths(moving.body, moving.posed, moving.surfaces.values()).max() * MM)


def joint_range(moving: Moving) -> Finding:
    """No joint leaves its range."""
    over = measure.beyond_range(moving.frames)
    offenders = [
        moving.problem(f"On the way to “{moving.move.to}” {name} is {by:.1f}° out of its range.")
        for name, by in over.items()
    ]
    return finding("joint range", offenders, moving.frames.angles.shape[-1])


def speed(moving: Moving) -> Finding:
    """No joint moves faster than a person follows."""
    name, fastest = measure.fastest(moving.frames, moving.clip.rate)
    offenders = (
        [
            moving.problem(
                f"On the way to “{moving.move.to}” {name} moves at {fastest:.0f}° a second; "
                f"the bar is {SPEED_DEGREES:g}°. Give the move more seconds."
            )
        ]
        if fastest > SPEED_DEGREES
        else []
    )
    return finding("speed", offenders, 1)


RULES = (contact, touch, slip, depth, joint_range, speed)


def report(moving: Moving) -> MoveReport:
    """The measures of one move."""
    contacts, slides = contact_errors(moving), slip_distances(moving)
    name, fastest = measure.fastest(moving.frames, moving.clip.rate)
    over = measure.beyond_range(moving.frames)
    at_contact = max(contacts, key=lambda mark: abs(contacts[mark]), default="")
    at_slip = max(slides, key=lambda mark: slides[mark], default="")
    return MoveReport(
        exercise=moving.exercise.id,
        move=f"{moving.start} to {moving.move.to}",
        contact_mm=round(abs(contacts.get(at_contact, 0.0)), 2),
        slip_mm=round(slides.get(at_slip, 0.0), 2),
        depth_mm=round(deepest_mm(moving), 2),
        range_degrees=round(max(over.values(), default=0.0), 2),
        speed_degrees=round(fastest, 1),
        where={"contact": at_contact, "slip": at_slip, "speed": name},
    )


def worst_of(reports: tuple[MoveReport, ...]) -> Worst:
    """The largest of each measure over all moves."""
    return Worst(
        contact_mm=max((r.contact_mm for r in reports), default=0.0),
        slip_mm=max((r.slip_mm for r in reports), default=0.0),
        depth_mm=max((r.depth_mm for r in reports), default=0.0),
    )
