#pragma once
#include "saml/support/hostile_keys.h"
#include "saml/support/listener.h"

#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

struct ssl_ctx_st;

namespace attack {

/// A host that answers each call over TLS with what the function says: a whole HTTP answer.
class TlsHost {
public:
    using Answer = std::function<std::string()>;

    TlsHost(hostile::KeyPair const& key, Answer answer);
    ~TlsHost();
    TlsHost(TlsHost const&) = delete;
    TlsHost& operator=(TlsHost const&) = delete;

    std::string address(std::string const& host = "127.0.0.1") const;
    int calls() const;

private:
    void serve();

    std::unique_ptr<ssl_ctx_st, void (*)(ssl_ctx_st*)> context_;
    Answer answer_;
    Listener listener_;
    mutable std::mutex mutex_;
    int calls_ = 0;
    std::thread thread_;
};

/// An HTTP answer with this body.
std::string ok(std::string const& body);

} // namespace attack
