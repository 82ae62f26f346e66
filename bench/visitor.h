#pragma once
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace bench {

struct Answer {
    long status = 0;
    std::string body;
    std::string location;
};

/// A browser of the load: one connection that stays open, and cookies.
class Visitor {
public:
    explicit Visitor(std::string base);
    ~Visitor();
    Answer get(std::string_view path);
    Answer post(std::string_view path, std::string const& form);
    void forget_cookies();
    std::map<std::string, std::string> const& cookies() const;
    void carry(std::map<std::string, std::string> cookies);

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

/// What stands between quotes behind `before`, with the entities of a form's value undone.
std::string between(std::string_view text, std::string_view before, char end);

} // namespace bench
