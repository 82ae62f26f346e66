#pragma once
#include "saml/support/hostile_keys.h"
#include "saml/support/listener.h"

#include <memory>
#include <string>
#include <thread>

struct ssl_ctx_st;

/// The broker's side of the back channel: one connection over TLS on a free port, answered with
/// this head. It can demand a client certificate, any will do.
class TlsDoor {
public:
    TlsDoor(hostile::KeyPair const& key, bool demands_certificate, std::string head,
            std::string body = {});
    ~TlsDoor();
    TlsDoor(TlsDoor const&) = delete;
    TlsDoor& operator=(TlsDoor const&) = delete;

    std::string address() const;
    /// What was asked. Call it at the end.
    std::string const& asked();

private:
    void serve();

    std::shared_ptr<ssl_ctx_st> context_;
    std::string head_;
    std::string body_;
    Listener listener_;
    std::string asked_;
    std::thread thread_;
};
