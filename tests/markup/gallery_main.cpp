#include "markup/embedded.h"
#include "markup/gallery.h"

#include <filesystem>
#include <fstream>
#include <iostream>

/// Writes the gallery and the files it needs into a folder, to be looked at in a browser
/// (look.mjs).
int main(int count, char** arguments) {
    if (count != 2) {
        std::cerr << "usage: markup_gallery FOLDER\n";
        return 2;
    }
    std::filesystem::path const folder = arguments[1];
    std::filesystem::create_directories(folder / "static");
    auto const write = [&](std::string_view name, std::string_view content) {
        std::ofstream{folder / name, std::ios::binary} << content;
    };
    for (auto const& file : markup::embedded_files())
        write(file.path.substr(1), file.bytes);
    for (auto const& [name, page] : gallery::pictures())
        write(name + ".html", page.text());
}
