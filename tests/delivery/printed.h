#pragma once
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <string>
#include <string_view>
#include <unistd.h>

namespace delivery {

/// A PDF on disk for as long as a test looks at it with the programs of poppler and qpdf.
class Printed {
public:
    explicit Printed(std::string_view pdf) { std::ofstream{path_, std::ios::binary} << pdf; }
    ~Printed() { std::filesystem::remove(path_); }
    Printed(Printed const&) = delete;
    Printed& operator=(Printed const&) = delete;

    /// What the program says of the file, which stands before the other arguments.
    std::string seen_by(std::string const& program, std::string const& more = "") const {
        auto const command = program + " " + path_.string() + " " + more + " 2>&1";
        FILE* const pipe = ::popen(command.c_str(), "r");
        std::string text;
        std::array<char, 4096> bytes{};
        for (std::size_t count; (count = std::fread(bytes.data(), 1, bytes.size(), pipe)) > 0;)
            text.append(bytes.data(), count);
        EXPECT_EQ(::pclose(pipe), 0) << text;
        return text;
    }

private:
    std::filesystem::path path_ =
        std::filesystem::temp_directory_path() / ("mijnduo-" + std::to_string(::getpid()) + ".pdf");
};

} // namespace delivery
