"""Kinds of sentences and lists that were once misread, one a test."""

import pytest

from tests.read.case import doses, exercises, named


def test_a_bare_number_before_a_name_counts_repetitions() -> None:
    assert doses("Homework\n\n20 calf raises\n10 bird dogs per side") == [
        (None, [20, 20], None),
        (None, [10, 10], None),
    ]


def test_a_number_before_what_is_written_about_a_movement_is_no_dose() -> None:
    assert exercises("Read this\n\n10 plank variations\n\n12 bridge exercises") == []


def test_a_date_above_a_name_is_no_dose() -> None:
    assert doses("Rehab, page 4\n\nBridge\nLift your hips. Hold 5 seconds. Stop if it hurts.") == [
        (None, None, [5, 5])
    ]


def test_a_number_for_each_set() -> None:
    assert doses("Squats 10/10/10\nPlank 30s/30s/30s\nBridge 12/10/8") == [
        ([3, 3], [10, 10], None),
        (None, [3, 3], [30, 30]),
        ([3, 3], [8, 12], None),
    ]


def test_a_day_is_no_number_for_each_set() -> None:
    assert doses("Plan of 3/12/24\nSquats 3x10\nBridge 3x10") == [([3, 3], [10, 10], None)] * 2


def test_the_end_of_a_ramp_needs_no_unit() -> None:
    text = (
        "1. Plank\nStart with 10 seconds and work up to 45.\n\n2. Bridge\nLift your hips. 5 times."
    )
    assert doses(text)[0] == (None, None, [10, 45])


def test_between_two_numbers() -> None:
    text = "1. Plank\nHold for between 15 and 20 seconds.\n\n2. Bridge\nLift your hips. 5 times."
    assert doses(text)[0] == (None, None, [15, 20])


def test_a_rest_after_a_hold_is_not_the_hold() -> None:
    text = "1. Plank: 3 x 30 seconds, rest 45 seconds\n2. Bridge: 10 times"
    assert doses(text)[0] == (None, [3, 3], [30, 30])


def test_a_steady_push_is_a_hold_whatever_it_is_called() -> None:
    text = (
        "1. Ball press\nPress gently into the ball with your hand for 5 seconds. Do 10.\n\n"
        "2. Bridge\nLift your hips. 10 times."
    )
    assert doses(text)[0][2] == [5, 5]


def test_a_label_on_the_next_line_is_no_unit_of_this_one() -> None:
    text = "Exercise: Heel raises\nSets: 3\nReps: 15\n\nExercise: Bridge\nReps: 10\nSets: 2"
    assert doses(text) == [([3, 3], [15, 15], None), ([2, 2], [10, 10], None)]


def test_a_slow_count_is_kept_out_of_seconds() -> None:
    assert doses("Homework\n\nBird dog x10, hold for a slow count of five\nBridge x10")[0] == (
        None,
        [10, 10],
        None,
    )


def test_a_chat_is_read_without_its_times_and_names() -> None:
    text = (
        "[09:12, 03/02/2025] Tom: Hi, here's your list\n"
        "[09:13, 03/02/2025] Tom: 1) Knee hugs x10\n"
        "[09:13, 03/02/2025] Tom: 2) Pelvic tilts 2x10\n"
        "03/02/2025, 09:14 - Tom: 3) Clams 2 x 15 each side\n"
    )
    assert doses(text) == [
        (None, [10, 10], None),
        ([2, 2], [10, 10], None),
        ([2, 2], [15, 15], None),
    ]


def test_roman_numbers_begin_entries() -> None:
    text = (
        "AFTER YOUR OPERATION\n\nI. Ankle pumps\nMove both feet up and down. 20 times.\n\n"
        "II. Buttock squeeze\nSqueeze for 5 seconds. 10 times.\n\n"
        "III. Heel slides\nSlide your heel up and down. 10 times.\n"
    )
    assert named(text) == ["Ankle pumps", "Buttock squeeze", "Heel slides"]


def test_time_marks_with_a_dose_are_a_routine_and_without_one_are_none() -> None:
    assert doses("Follow along\n\n0:45 Cat cow - 10 reps\n2:10 Child's pose - 30 seconds") == [
        (None, [10, 10], None),
        (None, None, [30, 30]),
    ]
    assert exercises("Follow along\n\n0:45 Cat cow\n2:10 Child's pose\n3:00 Bird dog") == []


def test_two_exercises_on_a_line() -> None:
    assert doses("Squats 2x10, lunges 2x8 each leg") == [
        ([2, 2], [10, 10], None),
        ([2, 2], [8, 8], None),
    ]


def test_lines_of_one_sentence_are_a_list() -> None:
    text = (
        "Ten minutes for my back\n\n"
        "Lie on the floor with your calves on a chair for two minutes.\n"
        "Hug one knee, 3 breaths, then the other.\n"
        "Rock both knees from side to side ten times.\n"
    )
    assert doses(text) == [(None, None, [120, 120]), (None, None, None), (None, [10, 10], None)]


def test_a_title_that_only_says_how_long_is_no_exercise() -> None:
    text = "Ten minutes for my back\n\n1. Bridge\nLift your hips. 10 times.\n\n2. Clam\n12 times."
    assert named(text) == ["Bridge", "Clam"]


def test_a_title_that_only_says_exercises_is_none() -> None:
    text = (
        "Frozen shoulder\n\nExercises\nTry these twice a day.\n\n"
        "Pendulum\nLet the arm hang and swing it in circles, 10 each way.\n\n"
        "Table slide\nSlide the arm forward, hold 5 seconds. 10 times.\n"
    )
    assert named(text) == ["Pendulum", "Table slide"]


def test_a_title_that_is_no_known_name_is_an_exercise_of_its_own() -> None:
    text = (
        "Home programme\n\nBridge\nLift your hips. 10 times.\n\n"
        "The Lighthouse\nSit on a chair. Turn your trunk with a stick behind you. 8 times.\n\n"
        "Calf stretch\nLean against a wall. Hold 30 seconds."
    )
    assert named(text) == ["Bridge", "The Lighthouse", "Calf stretch"]


def test_a_sister_without_a_name_or_dose_is_an_exercise_among_them() -> None:
    text = (
        "# Office stretches\n\nHold each stretch for 20 seconds.\n\n"
        "## Calf stretch\nLean on the wall with one leg behind.\n\n"
        "## The sail\nSit and pull one elbow across in front of you with your hand.\n\n"
        "## Quad stretch\nPull your heel to your bottom.\n"
    )
    assert named(text) == ["Calf stretch", "The sail", "Quad stretch"]
    assert doses(text) == [(None, None, [20, 20])] * 3


def test_a_table_of_contents_is_not_read_twice() -> None:
    text = (
        "Neck exercises\n\nPage contents\n1. Neck tilt\n2. Neck turn\n\n"
        "1. Neck tilt\n- Tilt your head forward. Repeat 5 times.\n\n"
        "2. Neck turn\n- Turn your head. Repeat 5 times on each side.\n"
    )
    assert doses(text) == [(None, [5, 5], None)] * 2


def test_a_long_line_of_a_list_is_no_part_of_the_line_above() -> None:
    text = (
        "Before work\n\n3 x 10 glute bridges\n"
        "10 bird dogs per side with a slow reach and then a pause of a breath\n"
        "1 min child's pose\n"
    )
    assert len(exercises(text)) == 3


def test_a_new_position_after_a_dose_begins_another_exercise() -> None:
    text = (
        "From your stomach, push up into a press-up while your pelvis stays down; do ten. "
        "Next, roll over and lie on your back with your knees bent. "
        "Bring your right knee towards your chest and hold for twenty seconds, then the left. "
    )
    assert doses(text) == [(None, [10, 10], None), (None, None, [20, 20])]


def test_a_spoken_text_in_small_letters_has_sentences() -> None:
    text = (
        "okay so the first one is a calf raise. hold on to something. come up on your toes, "
        "do two sets of fifteen. okay the next one is a bridge. lie on your back. lift your "
        "hips ten times. that's it, don't forget to subscribe and see you next week."
    )
    assert doses(text) == [([2, 2], [15, 15], None), (None, [10, 10], None)]


def test_titles_under_read_next_are_no_exercises() -> None:
    text = (
        "How to do a wall sit\n\n1. Stand with your back against a wall.\n"
        "2. Slide down and hold for 20 seconds.\n3. Repeat 5 times.\n\n"
        "Read next\nThe best stretch for your hamstrings (30 seconds a day)\n"
    )
    assert doses(text) == [(None, [5, 5], [20, 20])]


def test_an_entry_of_a_diary_is_no_dose() -> None:
    text = (
        "Program\nSquats 3x10\nBridge 3x10\nBike 10 min\n\nMon 12/5: did it all, added 5 squats\n"
    )
    assert doses(text)[-1][1] is None


def test_a_walk_to_cool_down_is_not_the_last_exercise() -> None:
    text = "1. Bridge: 10 times\n2. Seated row: 12 times\n\nCool down: walk for 3 minutes."
    assert doses(text)[-1] == (None, [12, 12], None)


@pytest.mark.parametrize(
    "text",
    [
        "1. Puente\nSube la cadera con ambas manos en el suelo. 10 veces.\n\n2. Gato\n10 veces.",
        "1. Brücke\nBeide Beine anstellen, Becken heben. 10-mal.\n\n2. Katze\n10-mal.",
        "1. Pont\nAvec les deux jambes pliées, levez le bassin. 10 fois.\n\n2. Chat\n10 fois.",
        "1. Ponte\nCom as duas pernas dobradas, levante o quadril. 10 vezes.\n\n2. Gato\n10 vezes.",
    ],
)
def test_both_limbs_together_is_not_each_side(text: str) -> None:
    assert exercises(text)[0]["per_side"] is False


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("Estos estiramientos llevan cinco minutos. Mantén cada uno 20 segundos.", "20"),
        ("Ces étirements prennent cinq minutes. Tenez chaque étirement 20 secondes.", "20"),
    ],
)
def test_how_long_it_all_takes_is_no_hold(said: str, seconds: str) -> None:
    names = ("Gemelos", "Isquiotibiales") if said.startswith("Estos") else ("Mollets", "Ischios")
    told = "De pie, estira la pierna." if said.startswith("Estos") else "Debout, tendez la jambe."
    page = f"# {names[0]}, {names[1]}\n\n{said}\n\n## {names[0]}\n{told}\n\n## {names[1]}\n{told}"
    assert all(dose[2] in (None, [int(seconds)] * 2) for dose in doses(page))


def test_a_chair_to_sit_on_is_no_wall_chair() -> None:
    text = (
        "D'abord, asseyez-vous sur une chaise et tendez une jambe, dix fois de chaque côté. "
        "Ensuite, allongé sur le dos, faites le pont, dix fois."
    )
    assert "wall-squat" not in [e["slug"] for e in exercises(text)]


def test_numbers_of_a_recipe_and_of_a_shop_are_no_routine() -> None:
    assert (
        exercises("Lentil soup\n\nPress through a sieve 3 x 10 seconds. Roll up the bread.") == []
    )
    assert exercises("Foam roller 45 cm\n\nRated 5 stars - I roll my quads 2 minutes a leg.") == []


def test_a_bold_name_begins_a_numbered_sentence() -> None:
    text = (
        "1. **Knee hugs.** Lie on your back and hug both knees for 30 seconds, three times.\n\n"
        "2. **The Lighthouse.** Sit on a chair and turn to look behind you, 8 times.\n"
    )
    assert named(text) == ["Knee hugs", "The Lighthouse"]
    assert doses(text) == [(None, [3, 3], [30, 30]), (None, [8, 8], None)]


def test_the_month_of_march_is_no_movement() -> None:
    assert exercises("Lift with care: a guide\n\nStretch first.\n\nDates: 4 March, 18 March.") == []


def test_a_line_over_a_list_gives_its_rounds_to_it_and_to_nothing_before() -> None:
    text = "Bike 5 mins\n\nMAIN (2 rounds, rest 60s)\nSquats 12 @ 30kg\nPlank 30s\n\nBridge 1 min"
    assert doses(text)[1:3] == [([2, 2], [12, 12], None), ([2, 2], None, [30, 30])]
    assert doses(text)[0] == (None, None, None)


def test_a_title_that_tells_how_long_it_all_takes_is_no_exercise() -> None:
    text = (
        "5 MIN LOWER BACK STRETCH (do this every day)\n\n"
        "MOVES (30 seconds each side where needed):\n- Child's pose\n- Low lunge\n- Supine twist\n"
    )
    assert named(text) == ["Child's pose", "Low lunge", "Supine twist"]
    assert doses(text) == [(None, None, [30, 30])] * 3


def test_a_length_of_time_as_a_clock_shows_it() -> None:
    text = "WORKOUT: Basics\n\nGlute Bridge - 00:40\nRest - 00:15\nChild's Pose - 01:00"
    assert doses(text) == [(None, None, [40, 40]), (None, None, [60, 60])]


def test_a_walk_without_a_dose_is_no_exercise_of_a_list() -> None:
    text = "- [ ] Couch stretch: 2x45s\n- [ ] Squats: 3x15\n- [ ] Bridge: 3x10\n- [x] Walk the dog"
    assert len(exercises(text)) == 3


def test_a_title_that_counts_stretches_is_none() -> None:
    text = (
        "4 quick neck stretches you can do at your desk\n\n"
        "Ear to shoulder: Drop your ear toward your shoulder. 20 seconds. Other side.\n\n"
        "Chin tucks: Slide your chin back. Do 10 of these.\n"
    )
    assert named(text) == ["Ear to shoulder", "Chin tucks"]
    assert exercises(text)[0]["per_side"] is True


def test_only_if_comfortable_is_no_harder_form() -> None:
    text = (
        "1. Clam\nLift the knee. 8 to 10 times, only if it is comfortable.\n\n2. Bridge\n10 times."
    )
    assert doses(text)[0] == (None, [8, 10], None)


def test_an_entry_of_a_diary_is_not_cut_into_exercises() -> None:
    text = "Squats 3x10\nBridge 3x10\n\nWed 14/5: bike 20 min, 30 calf raises, sore 3/10"
    assert doses(text) == [([3, 3], [10, 10], None)] * 2


def test_capitals_and_abbreviations_are_english_where_they_name_movements() -> None:
    text = 'SHOULDER HEP\n\nSCAP SQUEEZE X 15 HOLD 3"\nWALL SLIDES X 10\nSLEEPER STR 3 X 30" R'
    assert doses(text) == [
        (None, [15, 15], [3, 3]),
        (None, [10, 10], None),
        (None, [3, 3], [30, 30]),
    ]


def test_rounds_that_open_a_sentence_are_sets_of_all() -> None:
    text = (
        "I do this three days a week. Two rounds, no equipment besides a long loop band.\n\n"
        "Bridge march\nLift one foot, then the other. That's one rep. Do 10 reps.\n\n"
        "Wall sit\nSlide down a wall. Hold 30 to 45 seconds.\n"
    )
    assert doses(text) == [([2, 2], [10, 10], None), ([2, 2], None, [30, 45])]


def test_an_unknown_pose_of_a_yoga_class_is_held() -> None:
    text = "Yin for hips\n\nButterfly 4 min\nSquare pose 3 min/side\nSupine twist 3 min/side"
    assert [dose[2] for dose in doses(text)] == [[240, 240], [180, 180], [180, 180]]


def test_each_position_of_an_exercise_is_its_own() -> None:
    text = (
        "**Nerve glide.** Make a fist, open it, bend the wrist. Hold each position 3-7 seconds.\n\n"
        "**Wrist curl.** Bend the wrist up and down. 10 times.\n"
    )
    assert [dose[2] for dose in doses(text)] == [[3, 7], None]


def test_advice_before_a_colon_is_no_name() -> None:
    text = (
        "Restez actif : marchez 5 à 10 minutes, plusieurs fois par jour.\n\n"
        "La bascule du bassin. Sur le dos, aplatissez le dos pendant 5 secondes. 10 fois.\n\n"
        "Les genoux à la poitrine. Ramenez vos genoux vers vous. Gardez 20 secondes. 3 fois."
    )
    assert len(exercises(text)) == 2


def test_the_abbreviations_of_a_home_programme() -> None:
    found = exercises("Home programme\n1) KTC 2x30s B/L\n2) DKTC x10\n3) PPT 10x5s")
    assert [one["slug"] for one in found] == [
        "single-knee-to-chest",
        "double-knee-to-chest",
        "pelvic-tilt",
    ]


def test_alt_sides_means_turn_by_turn() -> None:
    found = exercises("Home programme\n1) Bird dog x10 alt sides\n2) Bridge x10")
    assert [one["sides_alternate"] for one in found] == [True, False]


def test_what_somebody_was_told_to_do_is_not_the_exercise_before_it() -> None:
    found = exercises(
        "Lie on your back and pull one knee up to your chest, hold 20 seconds, three times each "
        "leg. Do a bridge 10 times. She also told me to walk for 15 minutes every day."
    )
    assert [(one["slug"], one["reps"], one["duration_seconds"]) for one in found] == [
        ("single-knee-to-chest", [3, 3], None),
        ("bridge", [10, 10], None),
        ("walking", None, [900, 900]),
    ]
