// GATEWAY APP_KEY APP_SECRET SESSION: the five documented APIs as a program in C++ calls them. Prints
// a line for each.
#include <topgate/api/alibaba.alihealth.followup.send.hpp>
#include <topgate/api/alibaba.alihealth.insurance.inst.user.behavior.sync.hpp>
#include <topgate/api/alibaba.charity.useraction.sync.hpp>
#include <topgate/api/taobao.retail.user.tag.mobile.add.hpp>
#include <topgate/api/taobao.time.get.hpp>
#include <topgate/api/tmall.alihouse.customer.clue.out.invest.total.data.back.flow.hpp>

#include <atomic>
#include <iostream>
#include <thread>

namespace {

void insurance(const topgate::Client& client) {
  topgate::AlibabaAlihealthInsuranceInstUserBehaviorSyncRequest request;
  auto& step = request.param0.emplace();
  step.inst_product_id = "CU95";
  step.behavior_type = "START_UNDERWRITING";
  step.flow_id = 1800001886002007960;
  step.behavior_time = "2022-02-23 18:46:04";
  const auto answer = client.execute(request);
  std::cout << "insurance " << answer.succeeded << " " << *answer->result_code << "\n";
}

void charity(const topgate::Client& client) {
  topgate::AlibabaCharityUseractionSyncRequest request;
  auto& action = request.channel_user_action_dto.emplace();
  action.activity_id = 12345;
  action.event_id = "UNI_9901";
  action.tb_user_id = 12345;
  action.timestamp_long = 12345;
  action.charity_type_sub_code = "SUB_CODE";
  action.fore_reg_activity = false;
  action.features_map = "{}";
  action.feeling = "公益感言";
  action.charity_timestamp = topgate::beijing("2019-08-08 12:00:00");
  action.ori_content = "{}";
  action.third_user_key = "123";
  action.version = "2";
  const auto answer = client.execute(request);
  std::cout << "charity " << answer.succeeded << " " << *answer->result->data->charity_hours << "\n";
}

void house(const topgate::Client& client, const char* session_key) {
  topgate::TmallAlihouseCustomerClueOutInvestTotalDataBackFlowRequest request;
  auto& req = request.req.emplace();
  req.type = 1;
  req.data = R"([{"id":64,"store_id":3,"statisticsDate":"2022-04-02","aliUv":1}])";
  const auto answer = client.execute(request, session_key);
  std::cout << "house " << answer.succeeded << " " << answer.code << "\n";
}

void tag(const topgate::Client& client) {
  topgate::RetailUserTagMobileAddRequest request;
  request.biz_code = "BIZ_A";
  request.alipay_user_id = "2088123412345678";
  const auto answer = client.execute(request);
  std::cout << "tag " << answer.succeeded << " " << *answer->module->use_type << "\n";
}

void message(const topgate::Client& client) {
  topgate::AlibabaAlihealthFollowupSendRequest request;
  auto& dialog = request.request1.emplace();
  dialog.session_id = "78bfcced948a65d29c5c77f1cd3367a2";
  dialog.bterm_user_id = "2034131106552037";
  dialog.cterm_user_id = "5394977607673890";
  dialog.rs_type = "2";
  dialog.content = R"({"text":"abc"})";
  dialog.user_id = "153315451244705";
  request.auth_token = "9eae09db243df99bd67af033decfd257";
  const auto answer = client.execute(request);
  std::cout << "message " << answer.succeeded << " " << *answer->result1->model->content << "\n";
}

void unknown_activity(const topgate::Client& client) {
  topgate::AlibabaCharityUseractionSyncRequest request;
  auto& action = request.channel_user_action_dto.emplace();
  action.activity_id = 99;
  action.event_id = "CPP_99";
  action.tb_user_id = 12345;
  action.charity_timestamp = topgate::beijing("2019-08-08 12:00:00");
  const auto answer = client.execute(request);
  std::cout << "declined " << answer.succeeded << " " << answer.code << " " << answer.remedy.en << "\n";
}

void incomplete(const topgate::Client& client) {
  topgate::AlibabaCharityUseractionSyncRequest request;
  request.channel_user_action_dto.emplace().activity_id = 12345;
  try {
    client.execute(request);
  } catch (const topgate::RequestError& error) {
    std::cout << "incomplete " << error.what() << "\n";
  }
}

void forged(const char* url, const char* app_key) {
  const topgate::Client client({url, app_key, "wrong-secret"});
  try {
    client.execute(topgate::TimeGetRequest{});
  } catch (const topgate::RefusedError& error) {
    std::cout << "refused " << error.code << " " << error.remedy.zh << "\n";
  }
}

/// One client for many threads.
void together(const topgate::Client& client) {
  constexpr int threads = 8;
  constexpr int calls = 10;
  std::atomic<int> succeeded{0};
  std::vector<std::thread> callers;
  for (int thread = 0; thread < threads; ++thread) {
    callers.emplace_back([&] {
      for (int call = 0; call < calls; ++call) {
        if (client.execute(topgate::TimeGetRequest{}).succeeded) ++succeeded;
      }
    });
  }
  for (auto& caller : callers) caller.join();
  std::cout << "together " << succeeded << "\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) return 2;
  try {
    const topgate::Client client({argv[1], argv[2], argv[3]});
    insurance(client);
    charity(client);
    house(client, argv[4]);
    tag(client);
    message(client);
    unknown_activity(client);
    incomplete(client);
    forged(argv[1], argv[2]);
    together(client);
  } catch (const topgate::Error& error) {
    std::cerr << error.what() << "\n";
    return 1;
  }
}
