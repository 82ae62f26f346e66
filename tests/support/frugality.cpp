#include <gtest/gtest.h>

#include <ctime>
#include <fstream>
#include <memory>
#include <string>

/// security.md section 2: no case takes more than a second of the processor or 64 MB of memory.
/// A test that is many cases says so: RecordProperty("cases", 12). Linked into a room of tests,
/// this fails the test that is not frugal, and prints at the end how many cases there were.
namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr double seconds_a_case = 4;      // the sanitizers' own work
constexpr long kilobytes = 6 * 64 * 1024; // and the memory that they keep back
#else
constexpr double seconds_a_case = 1;
constexpr long kilobytes = 64 * 1024;
#endif

double processor_seconds() {
    timespec spent{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &spent);
    return static_cast<double>(spent.tv_sec) + static_cast<double>(spent.tv_nsec) / 1e9;
}

/// A line of /proc/self/status, in kB.
long status(std::string const& name) {
    std::ifstream file{"/proc/self/status"};
    for (std::string line; std::getline(file, line);)
        if (line.starts_with(name + ':'))
            return std::stol(line.substr(name.size() + 1));
    return 0;
}

class Frugality final : public testing::EmptyTestEventListener {
    void OnTestStart(testing::TestInfo const&) override {
        std::ofstream{"/proc/self/clear_refs"} << '5'; // the peak starts anew from here
        memory_ = status("VmRSS");
        began_ = processor_seconds();
    }

    void OnTestEnd(testing::TestInfo const& test) override {
        auto const spent = processor_seconds() - began_;
        auto const grown = status("VmHWM") - memory_;
        auto const cases = cases_of(*test.result());
        EXPECT_LE(spent, seconds_a_case * cases)
            << "seconds of the processor, " << cases << " cases";
        EXPECT_LE(grown, kilobytes) << "kB more than before";
        cases_ += cases;
        dearest_ = std::max(dearest_, spent / cases);
        largest_ = std::max(largest_, grown);
    }

    void OnTestProgramEnd(testing::UnitTest const&) override {
        std::printf("%d cases; the dearest took %.2f s, the largest %ld MB\n", cases_, dearest_,
                    largest_ / 1024);
    }

    static int cases_of(testing::TestResult const& result) {
        for (int i = 0; i < result.test_property_count(); ++i)
            if (result.GetTestProperty(i).key() == std::string{"cases"})
                return std::stoi(result.GetTestProperty(i).value());
        return 1;
    }

    double began_ = 0;
    long memory_ = 0;
    int cases_ = 0;
    double dearest_ = 0;
    long largest_ = 0;
};

[[maybe_unused]] bool const watched = [] {
    testing::UnitTest::GetInstance()->listeners().Append(std::make_unique<Frugality>().release());
    return true;
}();

} // namespace
