#include "form.hpp"

#include <random>

namespace topgate {
namespace {

bool is_unreserved(char unit) {
  return (unit >= '0' && unit <= '9') || (unit >= 'A' && unit <= 'Z') ||
         (unit >= 'a' && unit <= 'z') || unit == '-' || unit == '.' || unit == '_' || unit == '~';
}

void append_escaped(std::string& out, std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  for (const char unit : text) {
    if (is_unreserved(unit)) {
      out += unit;
    } else {
      const auto code = static_cast<unsigned char>(unit);
      out.append({'%', digits[code >> 4], digits[code & 15]});
    }
  }
}

/// Random, so that no content holds it but by a wonder.
std::string new_boundary() {
  constexpr std::string_view letters = "0123456789abcdefghijklmnopqrstuvwxyz";
  std::random_device random;
  std::string boundary = "topgate-";
  for (int count = 0; count < 32; ++count) boundary += letters[random() % letters.size()];
  return boundary;
}

/// As browsers do it: what would end the quoted name is escaped.
std::string quoted(std::string_view name) {
  std::string out = "\"";
  for (const char unit : name) {
    if (unit == '"') {
      out += "%22";
    } else if (unit == '\r') {
      out += "%0D";
    } else if (unit == '\n') {
      out += "%0A";
    } else {
      out += unit;
    }
  }
  return out += '"';
}

Form multipart(const Parameters& parameters, const Files& files) {
  const std::string boundary = new_boundary();
  Form form{"multipart/form-data; boundary=" + boundary, ""};
  const auto open = [&](const std::string& name) -> std::string& {
    return form.body.append("--").append(boundary).append(
        "\r\nContent-Disposition: form-data; name=" + quoted(name));
  };
  for (const auto& [name, value] : parameters) {
    open(name).append("\r\n\r\n").append(value).append("\r\n");
  }
  for (const auto& [name, file] : files) {
    open(name).append("; filename=").append(quoted(file.name));
    form.body.append("\r\nContent-Type: application/octet-stream\r\n\r\n");
    form.body.append(file.content).append("\r\n");
  }
  form.body.append("--").append(boundary).append("--\r\n");
  return form;
}

}  // namespace

Form write_form(const Parameters& parameters, const Files& files) {
  if (!files.empty()) return multipart(parameters, files);
  Form form{"application/x-www-form-urlencoded;charset=utf-8", ""};
  for (const auto& [name, value] : parameters) {
    if (!form.body.empty()) form.body += '&';
    append_escaped(form.body, name);
    form.body += '=';
    append_escaped(form.body, value);
  }
  return form;
}

}  // namespace topgate
