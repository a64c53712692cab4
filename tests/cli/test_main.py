from importlib.util import find_spec

import pytest

import supple
from supple.cli import COMMANDS, main


def test_every_command_has_its_module() -> None:
    assert [name for name in COMMANDS if find_spec(f"supple.cli.{name}") is None] == []


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--help"])
    text = capsys.readouterr().out
    assert stopped.value.code == 0
    assert [name for name in COMMANDS if f"    {name}" not in text] == []
    assert "helps you follow an exercise routine" in text


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--version"])
    assert capsys.readouterr().out == f"supple {supple.__version__}\n"


@pytest.mark.parametrize("arguments", [[], ["dance"], ["script"], ["script", "x", "--loud"]])
def test_a_wrong_call_is_exit_code_2(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    assert capsys.readouterr().err.startswith("usage: supple")


def test_a_command_says_what_it_is_for(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["script", "--help"])
    assert stopped.value.code == 0
    assert "Print the timed steps of a routine." in capsys.readouterr().out
