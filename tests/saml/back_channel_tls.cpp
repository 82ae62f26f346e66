#include "saml/back_channel.h"
#include "saml/fetch.h"
#include "saml/support/hostile_keys.h"
#include "saml/support/listener.h"
#include "support/system_folder.h"

#include <gtest/gtest.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>

#include <ctime>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <thread>

/// 9.5 and A2: the broker's TLS certificate must be one that the portal trusts, for the name that
/// it called; and the portal shows its own when asked.
namespace {

hostile::KeyPair key_of_today(std::size_t number) {
    auto const now = static_cast<long>(std::time(nullptr));
    return hostile::KeyPair::kept(number, now - 86'400, now + 86'400);
}

X509* certificate_of(hostile::KeyPair const& key) {
    auto* bio =
        BIO_new_mem_buf(key.certificate_pem.data(), static_cast<int>(key.certificate_pem.size()));
    auto* certificate = PEM_read_bio_X509(bio, nullptr, nullptr, nullptr);
    BIO_free(bio);
    return certificate;
}

/// Answers one call over TLS, up to this version, and remembers who called.
class TlsServer {
public:
    TlsServer(hostile::KeyPair const& key, int newest_version, bool asks_for_certificate)
        : context_(SSL_CTX_new(TLS_server_method()), &SSL_CTX_free) {
        auto* certificate = certificate_of(key);
        SSL_CTX_use_certificate(context_.get(), certificate);
        X509_free(certificate);
        SSL_CTX_use_PrivateKey(context_.get(), key.key.get());
        SSL_CTX_set_security_level(context_.get(), 0);
        SSL_CTX_set_min_proto_version(context_.get(), TLS1_VERSION);
        SSL_CTX_set_max_proto_version(context_.get(), newest_version);
        if (asks_for_certificate)
            SSL_CTX_set_verify(context_.get(), SSL_VERIFY_PEER,
                               [](int, X509_STORE_CTX*) { return 1; });
        thread_ = std::thread{[this] { serve(); }};
    }
    ~TlsServer() {
        listener_.end();
        thread_.join();
    }
    TlsServer(TlsServer const&) = delete;
    TlsServer& operator=(TlsServer const&) = delete;

    std::string address(std::string const& host) const {
        return "https://" + host + ':' + std::to_string(listener_.port()) + "/ars";
    }
    std::string const& caller() const { return caller_; } ///< the DER of its certificate

private:
    void serve() {
        int const connection = listener_.accept();
        if (connection < 0)
            return;
        std::unique_ptr<SSL, decltype(&SSL_free)> const session{SSL_new(context_.get()), &SSL_free};
        SSL_set_fd(session.get(), connection);
        if (SSL_accept(session.get()) == 1)
            answer(session.get());
        ::close(connection);
    }

    void answer(SSL* session) {
        if (auto* certificate = SSL_get1_peer_certificate(session)) {
            unsigned char* der = nullptr;
            auto const size = i2d_X509(certificate, &der);
            caller_.assign(reinterpret_cast<char const*>(der), static_cast<std::size_t>(size));
            OPENSSL_free(der);
            X509_free(certificate);
        }
        char buffer[4096];
        if (SSL_read(session, buffer, sizeof buffer) > 0) {
            std::string const text = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n"
                                     "Connection: close\r\n\r\nok";
            SSL_write(session, text.data(), static_cast<int>(text.size()));
            SSL_shutdown(session);
        }
    }

    std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context_;
    Listener listener_;
    std::string caller_;
    std::thread thread_;
};

/// A file that holds the certificates that the portal is to trust.
class Authorities {
public:
    explicit Authorities(hostile::KeyPair const& key)
        : path_(std::filesystem::path{testing::TempDir()} /
                (std::to_string(::getpid()) + "-authorities.pem")) {
        std::ofstream{path_} << key.certificate_pem;
    }
    ~Authorities() { std::filesystem::remove(path_); }
    Authorities(Authorities const&) = delete;
    Authorities& operator=(Authorities const&) = delete;
    std::string path() const { return path_.string(); }

private:
    std::filesystem::path path_;
};

std::expected<std::string, portal::Rejected> called(TlsServer const& server,
                                                    std::string const& host,
                                                    std::string const& authorities,
                                                    hostile::KeyPair const* own = nullptr) {
    return saml::make_back_channel(
        {.client_certificate_pem = own == nullptr ? "" : own->certificate_pem,
         .client_key_pem = foundation::Secret<std::string>{own == nullptr ? "" : own->key_pem},
         .authorities_file = authorities})(server.address(host), "question");
}

TEST(BackChannelTls, a_trusted_certificate_for_the_name_that_was_called_is_taken) {
    auto const key = key_of_today(0);
    TlsServer const server{key, TLS1_3_VERSION, false};
    auto const answer = called(server, "127.0.0.1", Authorities{key}.path());
    ASSERT_TRUE(answer) << answer.error().detail;
    EXPECT_EQ(*answer, "ok");
    EXPECT_EQ(server.caller(), "");
}

TEST(BackChannelTls, A2_an_untrusted_certificate_is_refused) {
    auto const key = key_of_today(0);
    TlsServer const server{key, TLS1_3_VERSION, false};
    auto const answer = called(server, "127.0.0.1", Authorities{key_of_today(1)}.path());
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().reason, portal::Rejection::broker_unavailable);
}

TEST(BackChannelTls, A2_a_certificate_for_another_name_is_refused) {
    auto const key = key_of_today(0);
    TlsServer const server{key, TLS1_3_VERSION, false};
    auto const answer = called(server, "localhost", Authorities{key}.path());
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().reason, portal::Rejection::broker_unavailable);
}

TEST(BackChannelTls, A2_an_expired_certificate_is_refused) {
    auto const now = static_cast<long>(std::time(nullptr));
    auto const key = hostile::KeyPair::kept(0, now - 86'400, now - 3'600);
    TlsServer const server{key, TLS1_3_VERSION, false};
    EXPECT_FALSE(called(server, "127.0.0.1", Authorities{key}.path()));
}

TEST(BackChannelTls, A2_who_may_vouch_is_in_the_file_and_nowhere_else) {
    auto const key = key_of_today(0);
    SystemFolder const system{key.certificate_pem};
    auto const called_with = [&](std::string const& authorities) {
        TlsServer const server{key, TLS1_3_VERSION, false};
        return called(server, "127.0.0.1", authorities).has_value();
    };
    EXPECT_TRUE(called_with("")) << "the system's folder vouches where no file is given";
    EXPECT_FALSE(called_with(system.other_file()));
    EXPECT_TRUE(called_with(system.same_file()));
}

TEST(BackChannelTls, M1_who_may_vouch_for_the_address_of_metadata_is_in_the_file_too) {
    auto const key = key_of_today(0);
    SystemFolder const system{key.certificate_pem};
    auto const fetched_with = [&](std::string const& authorities) {
        TlsServer const server{key, TLS1_3_VERSION, false};
        return saml::make_fetch({.authorities_file = authorities})(server.address("127.0.0.1"), {})
            .has_value();
    };
    EXPECT_TRUE(fetched_with(""));
    EXPECT_FALSE(fetched_with(system.other_file()));
}

TEST(BackChannelTls, version_1_2_is_the_oldest_that_is_spoken) {
    auto const key = key_of_today(0);
    Authorities const trusted{key};
    {
        TlsServer const server{key, TLS1_2_VERSION, false};
        EXPECT_TRUE(called(server, "127.0.0.1", trusted.path()));
    }
    TlsServer const server{key, TLS1_1_VERSION, false};
    EXPECT_FALSE(called(server, "127.0.0.1", trusted.path()));
}

TEST(BackChannelTls, the_portal_shows_its_own_certificate_when_it_has_one) {
    auto const key = key_of_today(0);
    auto const own = key_of_today(5);
    TlsServer const server{key, TLS1_3_VERSION, true};
    auto const answer = called(server, "127.0.0.1", Authorities{key}.path(), &own);
    ASSERT_TRUE(answer) << answer.error().detail;
    EXPECT_EQ(server.caller(), own.certificate_der);
}

} // namespace
