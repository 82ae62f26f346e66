#include "server/support/tls_door.h"

#include <netinet/in.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <stdexcept>
#include <sys/socket.h>
#include <unistd.h>

TlsDoor::TlsDoor(hostile::KeyPair const& key, bool demands_certificate, std::string head,
                 std::string body)
    : context_(SSL_CTX_new(TLS_server_method()), &SSL_CTX_free)
    , head_(std::move(head))
    , body_(std::move(body))
    , listener_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
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
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* plain = reinterpret_cast<sockaddr*>(&address);
    if (::bind(listener_, plain, size) != 0 || ::listen(listener_, 8) != 0 ||
        ::getsockname(listener_, plain, &size) != 0)
        throw std::runtime_error("no port for the door");
    port_ = ntohs(address.sin_port);
    thread_ = std::thread{[this] { serve(); }};
}

TlsDoor::~TlsDoor() {
    asked();
    ::close(listener_);
}

std::string TlsDoor::address() const {
    return "https://127.0.0.1:" + std::to_string(port_) + "/ars";
}

std::string const& TlsDoor::asked() {
    ::shutdown(listener_, SHUT_RDWR);
    if (thread_.joinable())
        thread_.join();
    return asked_;
}

void TlsDoor::serve() {
    int const connection = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
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
