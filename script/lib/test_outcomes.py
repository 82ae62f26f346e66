#!/usr/bin/python3
"""Nothing that failed, died or was skipped is counted as passed."""
import json
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from outcomes import of_gtest, of_tap, of_unittest


class Outcomes(unittest.TestCase):
    def file(self, text: str) -> Path:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        path = Path(folder.name) / "report"
        path.write_text(text, encoding="utf-8")
        return path

    def gtest(self, *tests: dict, status: int = 0) -> tuple[int, int]:
        suites = [{"name": "Linking", "testsuite": list(tests)}]
        report = self.file(json.dumps({"testsuites": suites}))
        return self.counted(of_gtest("test_x", report, status))

    def counted(self, outcomes) -> tuple[int, int]:
        good = sum(outcome.passed for outcome in outcomes)
        return good, len(outcomes) - good

    def test_passed_and_failed_are_told_apart(self):
        good = {"name": "a", "status": "RUN", "result": "COMPLETED"}
        bad = {**good, "name": "b", "failures": [{"failure": "file:1\nExpected: 1"}]}
        self.assertEqual((1, 1), self.gtest(good, bad, status=1))

    def test_a_failure_whose_message_is_no_text_keeps_its_name(self):
        report = self.file("")
        report.write_bytes(b'{"testsuites": [{"name": "Linking", "testsuite": [{"name": "a", '
                           b'"result": "COMPLETED", "failures": [{"failure": "\xff\xfe"}]}]}]}')
        self.assertEqual(["Linking.a"], [each.name for each in of_gtest("test_x", report, 1)])

    def test_a_skipped_or_disabled_test_is_a_failure(self):
        self.assertEqual((0, 1), self.gtest({"name": "a", "status": "RUN", "result": "SKIPPED"}))
        self.assertEqual((0, 1), self.gtest({"name": "DISABLED_a", "status": "NOTRUN",
                                             "result": "SUPPRESSED"}))

    def test_a_leak_after_the_last_test_is_a_failure(self):
        good = {"name": "a", "status": "RUN", "result": "COMPLETED"}
        self.assertEqual((1, 1), self.gtest(good, status=23))

    def test_a_program_that_died_or_is_missing_is_a_failure(self):
        self.assertEqual((0, 1), self.counted(of_gtest("test_x", Path("/nowhere"), -11)))
        self.assertEqual((0, 1), self.gtest())

    def test_a_journey_that_died_halfway_is_a_failure(self):
        log = self.file("ok 1 - signs in\nsome noise\nnot ok - signs out\n")
        self.assertEqual((1, 1), self.counted(of_tap("browser-x", log, 1)))
        log = self.file("ok - signs in\nok - waits # SKIP no browser\n")
        self.assertEqual((1, 1), self.counted(of_tap("browser-x", log, 0)))
        self.assertEqual((1, 1), self.counted(of_tap("browser-x", self.file("ok - a\n"), None)))
        self.assertEqual((0, 1), self.counted(of_tap("browser-x", self.file(""), 0)))

    def test_pythons_own_tests_are_counted(self):
        log = self.file("test_a (__main__.X.test_a) ... ok\ntest_b (__main__.X.test_b) ... FAIL\n")
        self.assertEqual((1, 1), self.counted(of_unittest(log, 1)))
        self.assertEqual((0, 1), self.counted(of_unittest(self.file("Traceback\n"), 1)))


if __name__ == "__main__":
    unittest.main()
