#include "transport/conversation.h"

#include "transport/bell.h"
#include "transport/wire.h"

#include <utility>

#include <boost/asio/awaitable.hpp>

/// Of a conversation: how a request that was read comes to its answer.
namespace transport {
namespace {

namespace asio = boost::asio;

http::Response sendable(http::Response response) {
    return can_be_sent(response) ? std::move(response) : plain_answer(500);
}

http::Answer answer_of(http::Handler const& handler, http::Request const& request) noexcept {
    try {
        auto answer = handler(request);
        if (auto* response = std::get_if<http::Response>(&answer))
            return sendable(std::move(*response));
        return answer;
    } catch (...) { // the site catches its own; whatever slips through ends one answer, not us
        return plain_answer(500);
    }
}

http::Response answer_of(http::Errand const& errand, http::End end) noexcept {
    try {
        return sendable(errand.answer(end));
    } catch (...) {
        return plain_answer(500);
    }
}

void carry_out(std::function<void()> const& work) noexcept {
    try {
        work();
    } catch (...) { // what came of it is for the errand's answer to say
        return;
    }
}

std::optional<http::Response> at_once(decltype(Settings::at_once) const& site,
                                      http::Request const& request) noexcept {
    try {
        auto response = site ? site(request) : std::nullopt;
        return response ? std::optional{sendable(*std::move(response))} : std::nullopt;
    } catch (...) {
        return plain_answer(500);
    }
}

std::optional<http::Response> judgement_of(decltype(Limits::before_large_body) const& judge,
                                           http::Request const& head,
                                           std::uint64_t length) noexcept {
    try {
        auto response = judge(head, length);
        return !response || can_be_sent(*response) ? response : plain_answer(500);
    } catch (...) {
        return plain_answer(500);
    }
}

} // namespace

asio::awaitable<std::optional<http::Response>> Conversation::answer_to(http::Request request) {
    if (auto response = at_once(house_.settings.at_once, request))
        co_return response;
    // Named: as a temporary of the co_await, g++ 12 destroys it twice.
    auto ask = [&handler = house_.handler, asked = std::move(request)]() noexcept {
        return answer_of(handler, asked);
    };
    auto answer = co_await lane_.done(std::move(ask));
    if (!answer)
        co_return std::nullopt;
    if (auto* response = std::get_if<http::Response>(&*answer))
        co_return std::move(*response);
    co_return co_await answer_after(std::get<http::Errand>(*std::move(answer)));
}

/// No thread waits meanwhile: the connection is one more that the lane will hear of.
asio::awaitable<std::optional<http::Response>> Conversation::answer_after(http::Errand errand) {
    auto const end = co_await end_of(std::move(errand.work), errand.patience);
    auto say = [asked = std::move(errand), end]() noexcept { return answer_of(asked, end); };
    co_return co_await lane_.done(std::move(say));
}

asio::awaitable<http::End> Conversation::end_of(std::function<void()> work,
                                                std::chrono::milliseconds patience) {
    auto const bell = std::make_shared<Bell>();
    auto const begun = house_.errands.offer([bell, work = std::move(work)] {
        carry_out(work);
        bell->ring();
    });
    if (!begun) {
        ++house_.crowded;
        co_return http::End::crowded;
    }
    co_return co_await bell->is_heard_within(patience) ? http::End::done : http::End::late;
}

/// Whether a body of that length, which is more than usual, may come. First who sends it is judged,
/// then whether there is room, so that strangers take nobody's place.
Conversation::Step<void> Conversation::admit_large_body(http::Request const& head,
                                                        std::uint64_t length) {
    auto const& limits = house_.settings.limits;
    if (limits.before_large_body) {
        enter(Phase::answering, {});
        // Named: as a temporary of the co_await, g++ 12 destroys it twice.
        auto judge = [&limits, head, length]() noexcept {
            return judgement_of(limits.before_large_body, head, length);
        };
        auto judged = co_await lane_.done(std::move(judge));
        if (!judged)
            co_return std::unexpected{503};
        if (*judged) {
            refusal_ = **std::move(judged);
            co_return std::unexpected{refusal_->status};
        }
    }
    if (length > body_limit(head.path))
        co_return std::unexpected{413};
    large_body_ = LargeBody::admit(house_.large_bodies, limits.large_bodies);
    if (!large_body_)
        co_return std::unexpected{503};
    co_return std::expected<void, int>{};
}

} // namespace transport
