#include "support/tls_host.h"

#include <openssl/pem.h>
#include <openssl/ssl.h>

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
    thread_ = std::thread{[this] { serve(); }};
}

TlsHost::~TlsHost() {
    listener_.end();
    thread_.join();
}

std::string TlsHost::address(std::string const& host) const {
    return "https://" + host + ':' + std::to_string(listener_.port()) + "/metadata";
}

int TlsHost::calls() const {
    std::scoped_lock const lock{mutex_};
    return calls_;
}

void TlsHost::serve() {
    for (;;) {
        int const connection = listener_.accept();
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
