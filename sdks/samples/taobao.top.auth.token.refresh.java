TaobaoClient client = new DefaultTaobaoClient(url, appkey, secret);
TopAuthTokenRefreshRequest req = new TopAuthTokenRefreshRequest();
req.setRefreshToken("6200sandbox0000000000000000000000000000000000000000000007");
TopAuthTokenRefreshResponse rsp = client.execute(req);
System.out.println(rsp.getBody());
