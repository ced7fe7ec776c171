pTopRequest pRequest = alloc_top_request();
pTopResponse pResponse = NULL;
set_api_name(pRequest, "taobao.appip.get");
pResponse = top_execute(pClient, pRequest, NULL);
printf("%s\n", pResponse->body);
destroy_top_response(pResponse);
destroy_top_request(pRequest);
