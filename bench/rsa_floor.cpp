#include "rsa_floor.h"

#include "foundation/fault.h"

#include <array>
#include <ctime>
#include <memory>
#include <openssl/evp.h>
#include <openssl/rsa.h>

namespace bench {

namespace {

constexpr int rounds = 400;

double cpu_ms() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

template<class Work>
double each(Work work) {
    auto const began = cpu_ms();
    for (int i = 0; i < rounds; ++i)
        foundation::ensure(work() == 1, "an RSA operation failed");
    return (cpu_ms() - began) / rounds;
}

} // namespace

RsaFloor rsa_floor() {
    std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> const key{EVP_RSA_gen(2048), EVP_PKEY_free};
    std::unique_ptr<EVP_PKEY_CTX, decltype(&EVP_PKEY_CTX_free)> const context{
        EVP_PKEY_CTX_new(key.get(), nullptr), EVP_PKEY_CTX_free};
    std::array<unsigned char, 32> const digest{};
    std::array<unsigned char, 256> signature{};
    std::array<unsigned char, 256> sealed{};
    std::array<unsigned char, 256> opened{};
    std::size_t length = signature.size();
    EVP_PKEY_sign_init(context.get());
    auto const sign = each([&] {
        length = signature.size();
        return EVP_PKEY_sign(context.get(), signature.data(), &length, digest.data(),
                             digest.size());
    });
    EVP_PKEY_verify_init(context.get());
    auto const verify = each([&] {
        return EVP_PKEY_verify(context.get(), signature.data(), signature.size(), digest.data(),
                               digest.size());
    });
    EVP_PKEY_encrypt_init(context.get());
    EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_OAEP_PADDING);
    std::size_t sealed_length = sealed.size();
    EVP_PKEY_encrypt(context.get(), sealed.data(), &sealed_length, digest.data(), digest.size());
    EVP_PKEY_decrypt_init(context.get());
    EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_OAEP_PADDING);
    auto const decrypt = each([&] {
        std::size_t opened_length = opened.size();
        return EVP_PKEY_decrypt(context.get(), opened.data(), &opened_length, sealed.data(),
                                sealed_length);
    });
    return {.sign_ms = sign, .verify_ms = verify, .decrypt_ms = decrypt};
}

} // namespace bench
