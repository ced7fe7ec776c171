/* GATEWAY APP_KEY APP_SECRET: what topgate/top.h promises beside answers. Prints a line for each. */
#include <stdio.h>
#include <topgate/top.h>

static void print_call(const char *name, pTopClient client, const char *method)
{
  pTopRequest request = alloc_top_request();
  pTopResponse response;
  if (method != NULL) set_api_name(request, method);
  response = top_execute(client, request, NULL);
  printf("%s: %d '%s' '%s' '%.9s'\n", name, response->code, response->msg, response->subCode,
         response->body);
  destroy_top_response(response);
  destroy_top_request(request);
}

int main(int argc, char **argv)
{
  pTopClient client, forger, nowhere;
  if (argc < 4) return 2;
  client = alloc_top_client(argv[1], argv[2], argv[3]);
  forger = alloc_top_client(argv[1], argv[2], "wrong");
  nowhere = alloc_top_client("http://127.0.0.1:1/router/rest", argv[2], argv[3]);
  printf("no key: %s\n", alloc_top_client(argv[1], NULL, argv[3]) == NULL ? "NULL" : "a client");
  printf("no address: %s\n", alloc_top_client("", argv[2], argv[3]) == NULL ? "NULL" : "a client");
  printf("no name: %d\n", set_api_name(NULL, "taobao.time.get"));
  print_call("answer", client, "taobao.time.get");
  print_call("unknown", client, "no.such.api");
  print_call("refusal", forger, "taobao.time.get");
  print_call("no connection", nowhere, "taobao.time.get");
  print_call("no method", client, NULL);
  destroy_top_client(client);
  destroy_top_client(forger);
  destroy_top_client(nowhere);
  destroy_top_client(NULL);
  destroy_top_request(NULL);
  destroy_top_response(NULL);
  return 0;
}
