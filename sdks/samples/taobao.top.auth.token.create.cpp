pTopRequest pRequest = alloc_top_request();
pTopResponse pResponse = NULL;
set_api_name(pRequest, "taobao.top.auth.token.create");
add_param(pRequest, "code", "sandboxauthorizationcode00000001");
add_param(pRequest, "uuid", "abc");
pResponse = top_execute(pClient, pRequest, NULL);
printf("%s\n", pResponse->body);
destroy_top_response(pResponse);
destroy_top_request(pRequest);
