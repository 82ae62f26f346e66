#pragma once
#include "markup/field.h"
#include "markup/page.h"

#include <string>
#include <vector>

namespace gallery {

struct Picture {
    std::string name;
    markup::Html page;
};

/// Pages that together show every component, with the people and words of the design.
std::vector<Picture> pictures();

/// The frame that all of them share.
markup::Page frame(std::string title, markup::Layout layout, markup::Html main);
markup::FormWords const& form_words();

// One page each; the files gallery_*.cpp.
markup::Html overview();
markup::Html linking();
markup::Html users();
markup::Html user();
markup::Html registration();
markup::Html sending();
markup::Html letter();
markup::Html broker();
markup::Html entrance();

} // namespace gallery
