pTopRequest pRequest = alloc_top_request();
pTopResponse pResponse = NULL;
set_api_name(pRequest, "taobao.top.auth.token.refresh");
add_param(pRequest, "refresh_token", "6200sandbox0000000000000000000000000000000000000000000007");
pResponse = top_execute(pClient, pRequest, NULL);
printf("%s\n", pResponse->body);
destroy_top_response(pResponse);
destroy_top_request(pRequest);
