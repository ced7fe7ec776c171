pTopRequest pRequest = alloc_top_request();
pTopResponse pResponse = NULL;
set_api_name(pRequest, "alibaba.alihealth.followup.fetch");
add_param(pRequest, "request1", "{\"session_id\":\"78bfcced948a65d29c5c77f1cd3367a2\",\"bterm_user_id\":\"2034131106552037\",\"cterm_user_id\":\"5394977607673890\",\"fetch_type\":\"1\",\"last_time_stamp\":\"0\",\"page_size\":10,\"user_id\":\"153315451244705\",\"rs_type\":\"2\",\"wait_seconds\":0}");
add_param(pRequest, "auth_token", "9eae09db243df99bd67af033decfd257");
pResponse = top_execute(pClient, pRequest, NULL);
printf("%s\n", pResponse->body);
destroy_top_response(pResponse);
destroy_top_request(pRequest);
