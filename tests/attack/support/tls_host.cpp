#include "support/tls_host.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace attack {

TlsHost::TlsHost(hostile::KeyPair const& key, Answer answer)
    : context_(SSL_CTX_new(TLS_server_method()), &SSL_CTX_free)
    , answer_(std::move(answer)) {
    auto* bio =
        BIO_new_mem_buf(key.certificate_pem.data(), static_cast<int>(key.certificate_pem.size()));
    auto* certificate = PEM_read_bio_X509(bio, nullptr, nullptr, nullptr);
    BIO_free(bio);
    SSL_CTX_use_certificate(context_.get(), certificate);
    X509_free(certificate);
    SSL_CTX_use_PrivateKey(context_.get(), key.key.get());
    listener_ = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* plain = reinterpret_cast<sockaddr*>(&address);
    EXPECT_EQ(::bind(listener_, plain, size), 0);
    EXPECT_EQ(::listen(listener_, 8), 0);
    ::getsockname(listener_, plain, &size);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread{[this] { serve(); }};
}

TlsHost::~TlsHost() {
    ::shutdown(listener_, SHUT_RDWR);
    thread_.join();
    ::close(listener_);
}

std::string TlsHost::address(std::string const& host) const {
    return "https://" + host + ':' + std::to_string(port_) + "/metadata";
}

int TlsHost::calls() const {
    std::scoped_lock const lock{mutex_};
    return calls_;
}

void TlsHost::serve() {
    for (;;) {
        int const connection = ::accept(listener_, nullptr, nullptr);
        if (connection < 0)
            return;
        std::unique_ptr<SSL, decltype(&SSL_free)> const session{SSL_new(context_.get()), &SSL_free};
        SSL_set_fd(session.get(), connection);
        char buffer[4096];
        if (SSL_accept(session.get()) == 1 && SSL_read(session.get(), buffer, sizeof buffer) > 0) {
            {
                std::scoped_lock const lock{mutex_};
                ++calls_;
            }
            auto const text = answer_();
            SSL_write(session.get(), text.data(), static_cast<int>(text.size()));
            SSL_shutdown(session.get());
        }
        ::close(connection);
    }
}

std::string ok(std::string const& body) {
    return "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " +
           std::to_string(body.size()) + "\r\n\r\n" + body;
}

} // namespace attack
