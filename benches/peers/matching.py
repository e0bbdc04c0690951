"""PyPI `matching` on the markets that the bench writes: the same assignment, and how long it takes.

    python3 benches/peers/matching.py

Makes a virtual environment in a temporary folder, installs `matching` there, lets
`cargo bench -p guildhall-benches --bench allocation -- write FOLDER` write the markets (or takes a FOLDER
that is given and has them), solves them, and prints both hashes and both times. Fails where they differ.
"""

import hashlib
import json
import pathlib
import subprocess
import sys
import tempfile
import time
import venv

VERSION = "1.4.3"


def main():
    with tempfile.TemporaryDirectory() as made:
        made = pathlib.Path(made)
        if len(sys.argv) > 1:
            markets = pathlib.Path(sys.argv[1]).resolve()
        else:
            markets = made / "markets"
            root = pathlib.Path(__file__).resolve().parents[2]
            bench = ["cargo", "bench", "-p", "guildhall-benches", "--bench", "allocation", "--"]
            subprocess.run([*bench, "write", str(markets)], cwd=root, check=True)
        venv.create(made / "environment", with_pip=True)
        python = made / "environment" / "bin" / "python"
        quiet = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([python, *quiet, f"matching=={VERSION}"], check=True)
        this = pathlib.Path(__file__).resolve()
        # Beside the script, `import matching` would find the script itself.
        solver = made / "solver.py"
        solver.write_text(this.read_text())
        subprocess.run([python, solver, "--solve", str(markets)], check=True)


def solve(path):
    from matching.games import HospitalResident

    market = json.loads(path.read_text())
    choices = {who: listed for who, listed in market["choices"].items() if listed}
    orders = {group: of["order"] for group, of in market["groups"].items() if of["order"]}
    seats = {group: market["groups"][group]["seats"] for group in orders}
    begin = time.perf_counter()
    game = HospitalResident.create_from_dictionaries(choices, orders, seats)
    solved = game.solve(optimal="resident")
    took = time.perf_counter() - begin
    pairs = [(who.name, group.name) for group, held in solved.items() for who in held]
    theirs = "".join(f"{who} {group}\n" for who, group in sorted(pairs))
    digest = [hashlib.sha256(text.encode()).hexdigest() for text in (market["assignment"], theirs)]
    print(f"{path.stem} applicants: ours {digest[0]} in {market['seconds'] * 1000:.1f} ms")
    print(f"{path.stem} applicants: matching {digest[1]} in {took:.1f} s")
    print(f"ratio allocation_matching_{path.stem} {took / market['seconds']:.0f}")
    return digest[0] == digest[1]


if __name__ == "__main__":
    if sys.argv[1:2] == ["--solve"]:
        found = sorted(pathlib.Path(sys.argv[2]).glob("*.json"), key=lambda path: int(path.stem))
        same = [solve(path) for path in found]
        sys.exit(0 if same and all(same) else "the assignments differ")
    main()
