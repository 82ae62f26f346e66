#include "server/support/tls_door.h"

#include <openssl/pem.h>
#include <openssl/ssl.h>

TlsDoor::TlsDoor(hostile::KeyPair const& key, bool demands_certificate, std::string head,
                 std::string body)
    : context_(SSL_CTX_new(TLS_server_method()), &SSL_CTX_free)
    , head_(std::move(head))
    , body_(std::move(body)) {
    auto* bio =
        BIO_new_mem_buf(key.certificate_pem.data(), static_cast<int>(key.certificate_pem.size()));
    auto* certificate = PEM_read_bio_X509(bio, nullptr, nullptr, nullptr);
    SSL_CTX_use_certificate(context_.get(), certificate);
    X509_free(certificate);
    BIO_free(bio);
    SSL_CTX_use_PrivateKey(context_.get(), key.key.get());
    if (demands_certificate)
        SSL_CTX_set_verify(context_.get(), SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT,
                           [](int, X509_STORE_CTX*) { return 1; });
    thread_ = std::thread{[this] { serve(); }};
}

TlsDoor::~TlsDoor() { asked(); }

std::string TlsDoor::address() const {
    return "https://127.0.0.1:" + std::to_string(listener_.port()) + "/ars";
}

std::string const& TlsDoor::asked() {
    listener_.end();
    if (thread_.joinable())
        thread_.join();
    return asked_;
}

void TlsDoor::serve() {
    int const connection = listener_.accept();
    if (connection < 0)
        return;
    std::unique_ptr<SSL, decltype(&SSL_free)> const session{SSL_new(context_.get()), &SSL_free};
    SSL_set_fd(session.get(), connection);
    if (SSL_accept(session.get()) == 1) {
        char buffer[4096];
        auto const count = SSL_read(session.get(), buffer, sizeof buffer);
        asked_.assign(buffer, static_cast<std::size_t>(std::max(count, 0)));
        auto const answer = head_ + "Connection: close\r\n\r\n" + body_;
        SSL_write(session.get(), answer.data(), static_cast<int>(answer.size()));
        SSL_shutdown(session.get());
    }
    ::close(connection);
}
