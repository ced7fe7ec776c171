#ifndef TOPGATE_TOP_H
#define TOPGATE_TOP_H

/*
 * Calls in the manner of the C samples on the documented pages, for programs in C and in C++.
 * Texts are UTF-8 and end with a zero byte. No pointer of an answer is ever NULL: what is absent is "".
 */

#ifdef __cplusplus
extern "C" {
#endif

typedef struct TopClient TopClient, *pTopClient;
typedef struct TopRequest TopRequest, *pTopRequest;

typedef struct TopResponse {
  /* 0: an answer of the API, see `body`. Above: the code of a refusal. -1: no answer; -2: no answer
     that can be read; -3: the call cannot be sent as it is. */
  int code;
  const char *msg;
  const char *subCode;
  const char *subMsg;
  const char *requestId;
  /* The whole answer. */
  const char *body;
} TopResponse, *pTopResponse;

/* A client may be used by several threads at once. NULL: address, key or secret is missing, or there
   is no memory. */
pTopClient alloc_top_client(const char *url, const char *app_key, const char *app_secret);
void destroy_top_client(pTopClient client);

/* NULL: no memory. */
pTopRequest alloc_top_request(void);
void destroy_top_request(pTopRequest request);

/* Both copy what they are given. 0: done; -1: an argument is NULL, or there is no memory. */
int set_api_name(pTopRequest request, const char *method);
int add_param(pTopRequest request, const char *name, const char *value);

/* Sends a request; `session` may be NULL. Always gives an answer to be destroyed, but when there is no
   memory: NULL. */
pTopResponse top_execute(pTopClient client, pTopRequest request, const char *session);
void destroy_top_response(pTopResponse response);

#ifdef __cplusplus
}
#endif

#endif
