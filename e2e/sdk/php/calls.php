<?php

declare(strict_types=1);

// The calls of the scenarios and what they print; see e2e/sdk/testing/scenarios.ts.

use Topgate\File;
use Topgate\Request;
use Topgate\Request\AlibabaAlihealthFollowupFetchRequest;
use Topgate\Request\AlibabaAlihealthFollowupFetchRequest\ChickenIMDialogRequest;
use Topgate\Request\AlibabaAlihealthInsuranceInstUserBehaviorSyncRequest;
use Topgate\Request\AlibabaAlihealthInsuranceInstUserBehaviorSyncRequest\InstSyncUserBehaviorInfoRequest;
use Topgate\Request\AlibabaCharityUseractionSyncRequest;
use Topgate\Request\AlibabaCharityUseractionSyncRequest\ChannelUserActionDto;
use Topgate\Request\RetailUserTagMobileAddRequest;
use Topgate\Request\StrangeCallRequest;
use Topgate\Request\StrangeCallRequest\Class_;
use Topgate\Request\StrangeCallRequest\StrangeRow;
use Topgate\Request\TimeGetRequest;
use Topgate\Request\TmallAlihouseCustomerClueOutInvestTotalDataBackFlowRequest;
use Topgate\Request\TmallAlihouseCustomerClueOutInvestTotalDataBackFlowRequest\CustomerClueOutInvestDataBackFlowReq;
use Topgate\Response;
use Topgate\Wire\BeijingTime;
use Topgate\Wire\JsonWriter;

function requestOf(string $call): Request
{
    return match ($call) {
        'charity' => new AlibabaCharityUseractionSyncRequest(new ChannelUserActionDto(
            activity_id: 12345,
            event_id: 'UNI_9901',
            fore_reg_activity: false,
            feeling: "a+b&c=d %25 “中文”\n第二行\t😀 \\ \" / <x>",
            charity_timestamp: new DateTimeImmutable('2019-08-08 04:00:00 UTC'),
            third_user_key: '123',
        )),
        'insurance' => new AlibabaAlihealthInsuranceInstUserBehaviorSyncRequest(
            new InstSyncUserBehaviorInfoRequest(
                advertise_org_url: 'https://ihealth.example.com/a?b=1&c=优矩-抖音',
                inst_product_id: 'CU95',
                behavior_type: 'START_UNDERWRITING',
                flow_id: 1800001886002007960,
                behavior_time: '2022-02-23 18:46:04',
            ),
        ),
        'house' => new TmallAlihouseCustomerClueOutInvestTotalDataBackFlowRequest(
            new CustomerClueOutInvestDataBackFlowReq(
                type: 1,
                data: '[{"id":64,"statisticsDate":"2022-04-02"}]',
            ),
        ),
        'tag' => new RetailUserTagMobileAddRequest(
            biz_code: 'STRANGE',
            alipay_user_id: '2088000000000001',
            ext_param: '{"mobile":"13800138000"}',
        ),
        'fetch' => new AlibabaAlihealthFollowupFetchRequest(new ChickenIMDialogRequest(
            session_id: '78bfcced948a65d29c5c77f1cd3367a2',
        )),
        'time' => new TimeGetRequest(),
        'strange' => strangeRequest(null),
        'strange-file' => strangeRequest(new File('a.png', hex2bin('89504e470d0a00ff2d2d'))),
    };
}

function strangeRequest(?File $picture): StrangeCallRequest
{
    return new StrangeCallRequest(
        class: 'reserved',
        _2fa: 'digit',
        a_b: '1',
        a_b2: '2',
        aB: '3',
        numbers: [1, PHP_INT_MIN],
        tags: ['a', '中文'],
        when: new DateTimeImmutable('2024-02-29 15:59:59 UTC'),
        price: '0.10',
        flag: true,
        small: 7,
        payload: '{"a":1}',
        anything: ['b' => [1, null]],
        rows: [
            new StrangeRow(
                id: PHP_INT_MAX,
                when: '2024-02-29 23:59:59',
                tags: ['a', 'b'],
                inner: new Class_(class: 'x'),
            ),
            new StrangeRow(id: '2', inner: new Class_(class: 'y')),
        ],
        picture: $picture,
    );
}

/** @return array<string, mixed> */
function fieldsOf(Response $response, string $call): array
{
    $pick = static function (?object $from, string ...$names): array {
        return array_combine($names, array_map(static fn ($name) => $from?->$name, $names));
    };
    $time = static fn ($moment) => $moment === null ? null : BeijingTime::format($moment);
    $joined = static fn (?array $items, Closure $text) => $items === null
        ? null
        : implode(',', array_map($text, $items));
    return match ($call) {
        'charity' => $pick($response->result, 'msg', 'code', 'success')
            + $pick($response->result?->data, 'event_id', 'charity_hours'),
        'insurance' => $pick($response, 'result_status', 'data', 'result_code', 'result_msg'),
        'house' => $pick($response->result, 'code', 'msg', 'success'),
        'tag' => $pick($response, 'result') + $pick($response->module, 'tag_success', 'use_type')
            + ['errors' => $joined($response->error_infos, static fn ($e) => $e->outer_error_code)],
        'fetch' => $pick($response->result1, 'success', 'msg_code') + ['messages' => $joined(
            $response->result1?->dialog_list,
            static fn ($message) => "$message->id:$message->time_stamp:$message->rs_type",
        )],
        'time' => ['time' => $time($response->time)],
        'strange', 'strange-file' => $pick($response, 'class', 'body', 'code', 'price') + [
            'numbers' => $joined($response->numbers, asText(...)),
            'names' => $joined($response->names, asText(...)),
            'when' => $time($response->when),
            'rows' => $joined($response->rows, static fn ($row) => "$row->id:{$row->inner->class}"),
            'anything' => JsonWriter::write($response->anything),
        ],
    };
}

function asText(mixed $value): ?string
{
    return is_bool($value) ? ($value ? 'true' : 'false') : ($value === null ? null : (string) $value);
}
