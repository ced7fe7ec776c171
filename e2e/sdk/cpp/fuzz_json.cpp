// SEED ROUNDS: damages JSON texts at random and reads them. Prints how many were accepted and refused;
// ends with 1 when an accepted text is another one after it was written and read again.
#include <topgate/json.hpp>

#include <array>
#include <iostream>
#include <random>

namespace {

constexpr std::array<std::string_view, 7> texts = {
    R"({"a_response":{"result":{"msg":"成功","code":200,"success":true},"request_id":"15q04lulip32i"}})",
    R"([1,-2.50e3,9223372036854775807,-9223372036854775808,18446744073709551616,0.10])",
    R"({"text":"\u6210\ud83d\ude00 \/\b\f\n\r\t\"\\","":{},"list":[[],[null,false]]})",
    "\"\xf0\x9f\x98\x80 \xe4\xb8\xad \xc3\xa9\"",
    R"({"error_response":{"code":15,"msg":"Remote service error","sub_code":"isp.x"}})",
    R"([[[[[[[[[[[[[[[[[[[[[[[[{"deep":[{"a":{"b":{"c":[0]}}}]}]]]]]]]]]]]]]]]]]]]]]]]])",
    " { \"a\" :\r\n\t[ ] , \"b\" : \"\" } ",
};
/// What tends to matter to a reader.
constexpr std::array<std::string_view, 16> pieces = {
    "\"", "\\", "\\u", "\\ud83d", "{", "}", "[", "]", ",", ":", "-", "0", "e", ".", "\x80", "\xed\xa0\x80"};

class Damage {
 public:
  explicit Damage(std::uint64_t seed) : random_(seed) {}

  std::string next() {
    std::string text(texts[below(texts.size())]);
    for (auto count = below(6); count > 0; --count) damage(text);
    return text;
  }

 private:
  std::size_t below(std::size_t bound) { return random_() % bound; }

  void damage(std::string& text) {
    const std::size_t at = below(text.size() + 1);
    switch (below(5)) {
      case 0:
        text.insert(at, pieces[below(pieces.size())]);
        break;
      case 1:
        text.erase(at, below(4) + 1);
        break;
      case 2:
        if (at < text.size()) text[at] = static_cast<char>(below(256));
        break;
      case 3:
        text.insert(at, text.substr(below(text.size() + 1), below(12)));
        break;
      default:
        text.resize(at);
    }
  }

  std::mt19937_64 random_;
};

std::string written(const topgate::json::Value& value) {
  std::string text;
  topgate::json::write(text, value);
  return text;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  Damage damage(std::stoull(argv[1]));
  const unsigned long rounds = std::stoul(argv[2]);
  unsigned long accepted = 0;
  unsigned long refused = 0;
  for (unsigned long round = 0; round < rounds; ++round) {
    const std::string text = damage.next();
    try {
      const std::string once = written(topgate::json::parse(text));
      ++accepted;
      if (written(topgate::json::parse(once)) != once) {
        std::cerr << "not the same again: " << text << "\n";
        return 1;
      }
    } catch (const topgate::json::ParseError&) {
      ++refused;
    }
  }
  std::cout << accepted << " " << refused << "\n";
}
