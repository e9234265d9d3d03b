"""How fast resolvers are asked: arithmetic on times that are passed in."""

from math import inf

import pytest

from guessmail.mx.pace import Bucket, Epoch, Pace, RoundTrip, Window


def test_round_trip_has_a_floor_and_a_ceiling() -> None:
    trip = RoundTrip()
    assert trip.after(1) == 0.5
    for _ in range(50):
        trip.measured(0.001)
    assert trip.timeout == trip.LEAST
    assert trip.after(1) == trip.after(3) < trip.after(4) < trip.after(5)
    for _ in range(50):
        trip.measured(9)
    assert trip.timeout == trip.MOST == trip.after(9)


def test_window_does_not_grow_while_answers_are_slow() -> None:
    trip, window = RoundTrip(), Window()
    for _ in range(50):
        trip.measured(0.8)
    for _ in range(2000):
        window.in_flight = int(window.size)
        assert not window.has_room
        window.answered(2.0, is_slow=trip.is_slow)
    assert window.size == Window.FIRST


def test_window_grows_while_answers_come_and_shrinks_when_a_third_is_lost() -> None:
    window = Window()
    for _ in range(2000):
        window.in_flight = int(window.size)
        assert not window.has_room
        window.answered(2.0)
    grown = window.size
    assert Window.FIRST * 4 < grown <= Window.MOST
    for n in range(2000):  # one in twenty lost is no reason
        window.in_flight = int(window.size)
        assert not window.has_room
        window.lost(1.0, 2.0) if n % 20 == 0 else window.answered(2.0)
    assert window.size >= grown
    before = window.size
    for _ in range(2000):  # what was sent before the window shrank counts once
        window.lost(1.0, 2.0)
    assert window.size == before * 0.7
    for n in range(4000):
        window.lost(3.0 + n, 4.0 + n)
    assert window.size == Window.LEAST


def paced(
    pace: Pace, capacity: float, seconds: float, *, start: float = 10.0, most: float = 4000
) -> tuple[int, int]:
    """Put a pace to a resolver that drops all above its capacity; return what was answered and lost."""
    answered = lost = 0
    room, now = 0.0, start
    under_way: list[tuple[float, Epoch, bool]] = []
    while now < start + seconds:
        now += 1 / most
        room = min(capacity / 20, room + capacity / most)
        if pace.wait(now) == 0:
            is_lost = room < 1
            room -= not is_lost
            under_way.append((now + (0.3 if is_lost else 0.001), pace.sent(now), is_lost))
            answered, lost = answered + (not is_lost), lost + is_lost
        for landed in [one for one in under_way if one[0] <= now]:
            under_way.remove(landed)
            pace.landed(landed[1], now, is_lost=landed[2])
    return answered, lost


def test_pace_finds_the_limit_and_stays_near() -> None:
    pace = Pace()
    paced(pace, 1000, 5, most=2000)
    answered, lost = paced(pace, 1000, 10, start=15.1, most=2000)
    assert answered > 9000
    assert lost < 0.15 * answered


def test_pace_rises_again_when_the_limit_does() -> None:
    pace = Pace()
    paced(pace, 300, 12, most=2000)
    assert pace.limit < 500
    answered, _ = paced(pace, 5000, 20, start=22.1, most=1000)
    assert answered > 12_000


def test_pace_never_stops_though_all_is_lost() -> None:
    pace = Pace()
    for n in range(30_000):
        if pace.wait(n / 1000) == 0:
            pace.landed(pace.sent(n / 1000), n / 1000, is_lost=True)
    assert pace.limit == Pace.LEAST
    assert pace.wait(99) == 0


def test_pace_knows_no_limit_while_little_is_lost() -> None:
    pace = Pace()
    for n in range(4000):
        pace.landed(pace.sent(n / 1000), n / 1000, is_lost=n % 20 == 0)
    assert pace.limit == inf


def test_bucket() -> None:
    bucket = Bucket(100)
    for _ in range(5):
        assert bucket.wait(1.0) == 0
        bucket.take()
    assert bucket.wait(1.0) == pytest.approx(0.01)
    assert bucket.wait(1.011) == 0
    bucket.take()
    assert bucket.wait(1.012) > 0
