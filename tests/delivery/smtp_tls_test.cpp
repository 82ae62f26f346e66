#include "delivery/smtp.h"
#include "saml/support/hostile_keys.h"
#include "saml/support/listener.h"
#include "support/system_folder.h"

#include <ctime>
#include <gtest/gtest.h>
#include <memory>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <string>
#include <thread>

/// Whom a mail server's TLS certificate is believed from.
namespace {

hostile::KeyPair key_of_today() {
    auto const now = static_cast<long>(std::time(nullptr));
    return hostile::KeyPair::kept(0, now - 86'400, now + 86'400);
}

/// A mail server behind TLS that greets whoever believes it, and wants nothing.
class TlsMailServer {
public:
    explicit TlsMailServer(hostile::KeyPair const& key)
        : context_(SSL_CTX_new(TLS_server_method()), &SSL_CTX_free) {
        auto* bio = BIO_new_mem_buf(key.certificate_pem.data(),
                                    static_cast<int>(key.certificate_pem.size()));
        auto* certificate = PEM_read_bio_X509(bio, nullptr, nullptr, nullptr);
        BIO_free(bio);
        SSL_CTX_use_certificate(context_.get(), certificate);
        X509_free(certificate);
        SSL_CTX_use_PrivateKey(context_.get(), key.key.get());
        thread_ = std::thread{[this] { serve(); }};
    }
    ~TlsMailServer() {
        listener_.end();
        thread_.join();
    }
    TlsMailServer(TlsMailServer const&) = delete;
    TlsMailServer& operator=(TlsMailServer const&) = delete;

    std::string url() const { return "smtps://127.0.0.1:" + std::to_string(listener_.port()); }

private:
    void serve() {
        int const connection = listener_.accept();
        if (connection < 0)
            return;
        std::unique_ptr<SSL, decltype(&SSL_free)> const session{SSL_new(context_.get()), &SSL_free};
        SSL_set_fd(session.get(), connection);
        if (SSL_accept(session.get()) == 1) {
            std::string const greeting = "421 not now\r\n";
            SSL_write(session.get(), greeting.data(), static_cast<int>(greeting.size()));
            SSL_shutdown(session.get());
        }
        ::close(connection);
    }

    std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context_;
    Listener listener_;
    std::thread thread_;
};

/// The server's last answer when it was believed; otherwise what libcurl says of its certificate.
std::string said(hostile::KeyPair const& key, std::string const& ca_file) {
    TlsMailServer const server{key};
    return delivery::Smtp{{.url = server.url(), .ca_file = ca_file}}
        .deliver({.id = "0123abcd",
                  .from = "noreply@mijnduo.example",
                  .to = "noura@lindenhof.example",
                  .message = "Subject: x\r\n\r\nHallo\r\n"},
                 {})
        .reason;
}

TEST(SmtpTls, who_may_vouch_for_the_server_is_in_the_file_and_nowhere_else) {
    auto const key = key_of_today();
    SystemFolder const system{key.certificate_pem};
    EXPECT_TRUE(said(key, "").contains("last answer 421")) << said(key, "");
    EXPECT_TRUE(said(key, system.same_file()).contains("last answer 421"));
    EXPECT_TRUE(said(key, system.other_file()).contains("certificate"))
        << said(key, system.other_file());
}

} // namespace
