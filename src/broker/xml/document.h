#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct _xmlDoc;
struct _xmlNode;

namespace broker::xml {

/// An element of somebody else's message. Lives no longer than its Document.
class Node {
public:
    explicit Node(_xmlNode* node)
        : node_(node) {}

    bool is(std::string_view prefix, std::string_view local) const; ///< prefix as in namespace_of
    std::string text() const;                                       ///< without white space around
    std::optional<std::string> attribute(std::string_view name) const;
    std::vector<Node> children() const; ///< elements only
    std::vector<Node> children(std::string_view prefix, std::string_view local) const;
    /// The child of that name if there is exactly one.
    std::optional<Node> only(std::string_view prefix, std::string_view local) const;

    _xmlNode* raw() const { return node_; }

private:
    _xmlNode* node_;
};

/// A message that has been read: well-formed, of limited size and depth, without a document type,
/// and with every ID occurring once.
class Document {
public:
    static std::optional<Document> parse(std::string_view text);
    Node root() const;

private:
    explicit Document(std::shared_ptr<_xmlDoc> document)
        : document_(std::move(document)) {}
    std::shared_ptr<_xmlDoc> document_;
};

} // namespace broker::xml
