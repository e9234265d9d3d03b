"""The runs of the tests are those of the installed program: started as a shell does, it says and does the same."""

import shutil
import subprocess
from pathlib import Path

import pytest

from program import HANG, PROGRAM, environment, run

LIST = "name,company,email\nDr. Jane von Doe,Zyxelfrob GmbH,\nBob Jones,,bob.jones@acme.example\n王芳,,\n"


@pytest.mark.parametrize(
    ("arguments", "env"),
    [
        pytest.param(["--help"], {}, id="help"),
        pytest.param(["guess", "--help-all"], {"COLUMNS": "60"}, id="help of a command, on a narrow screen"),
        pytest.param(["guess", "Jane Doe", "acme.example", "--no-mx", "--explain"], {}, id="a person"),
        pytest.param(
            ["guess", "Jane Doe", "acme.example", "--no-mx"], {"GUESSMAIL_TOP": "2"}, id="a variable"
        ),
        pytest.param(
            ["guess", "Zoë Ångström", "acme.example", "--no-mx"], {"LC_ALL": "C"}, id="another locale"
        ),
        pytest.param(["guess", "Jane Doe", "Siemens AG", "--no-mx"], {}, id="a company"),
        pytest.param(["guess", "--no-mx", "--format", "jsonl"], {}, id="a list"),
        pytest.param(["guess", "Jane Doe", "acme.example"], {}, id="no resolver that answers"),
        pytest.param(["formats", "acme.example", "-s", "Bob Jones <bjones@acme.example>"], {}, id="a format"),
        pytest.param(["learn", "-"], {}, id="samples"),
        pytest.param(["domain", "Zyxelfrob GmbH", "--no-mx", "--explain"], {}, id="a domain"),
        pytest.param(["suppress", "list"], {}, id="an empty do-not-contact list"),
        pytest.param(["guess", "Jane Doe", "acme.example", "--nope"], {}, id="a mistake"),
    ],
)
def test_a_started_program_does_as_the_tests_see(
    tmp_path: Path, arguments: list[str], env: dict[str, str]
) -> None:
    own = env | {
        "GUESSMAIL_STORE": str(tmp_path / "data" / "store.db"),
        "XDG_CACHE_HOME": str(tmp_path / "data"),
    }
    started = subprocess.run(
        [PROGRAM, *arguments],
        input=LIST.encode(),
        capture_output=True,
        env=environment(**own),
        cwd=tmp_path,
        timeout=HANG,
        check=False,
    )
    shutil.rmtree(tmp_path / "data", ignore_errors=True)
    forked = run(*arguments, piped=LIST, env=own, cwd=tmp_path)
    assert (forked.returncode, forked.stdout) == (started.returncode, started.stdout.decode())
    assert forked.stderr == started.stderr.decode()
